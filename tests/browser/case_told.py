"""The people of the journey, and the case that one of them tells, in the words of each."""

EDITOR, AWA = "editor@centre.example.org", "awa.ndiaye@sn.example.org"
MOUSSA, LUCIA = "moussa.fall@sn.example.org", "lucia.rojas@cl.example.org"
CONTACTS = (
    ("SN-LC01", "focal_point", "Moussa Fall", MOUSSA, "fr"),
    ("CL-LC01", "focal_point", "Lucía Rojas", LUCIA, "es"),
)
TITLE, SLUG = "Les amendements se lisent à voix haute", "les-amendements-se-lisent-a-voix-haute"
CASE = f"cases/{SLUG}/"
TITLE_ES = "Las enmiendas se escuchan en voz alta"
QUESTION = "Since when do members who cannot see use it in the plenary?"
ANSWER = "Depuis mars 2025, en séance plénière et en commission."
TOOK = "Tomamos las reglas de pronunciación y el proceso de prueba."
STEPS = {
    "what": {"lead": "Une voix de synthèse lit chaque amendement dès son dépôt.", "began": "2024-05"},
    "problem": {
        "problem": "Les députés malvoyants recevaient les amendements trop tard.",
        "done": "Une équipe de deux personnes a relié le logiciel de dépôt à une voix de synthèse.",
    },
    "effort": {
        "stage": "in_use",
        "stage_as_of": "2025-03",
        "resource": "resource.in-house",
        "team": "2_5",
        "months_to_first_use": "10",
        "cost": "under_10k",
        "running_cost": "unknown",
        "donor_dependence": "no",
        "code_open": "no",
    },
    "results": {
        "result": "Attendu : tous les députés entendent un amendement dans la minute de son dépôt.",
        "conditions": "Un logiciel de dépôt avec une interface ouverte.",
        "challenges": "La prononciation des noms propres.",
        "challenge": "challenge.rules",
        "lessons": "Faire écouter tôt, et par ceux qui en ont besoin.",
    },
    "sources": {
        "work": "work.sittings",
        "technology": "technology.mobile-app",
        "sources-0-title": "Rapport annuel du service informatique, 2025",
    },
}
SPANISH = {
    "title": TITLE_ES,
    "lead": "Una voz sintética lee cada enmienda en cuanto se presenta.",
    "problem": "Los diputados con baja visión recibían las enmiendas demasiado tarde.",
    "done": "Dos personas conectaron el programa de presentación con una voz sintética.",
    "result": "Esperado: todos oyen una enmienda un minuto después de su presentación.",
    "conditions": "Un programa de presentación con una interfaz abierta.",
    "challenges": "La pronunciación de los nombres propios.",
    "lessons": "Hacer escuchar pronto, a quienes lo necesitan.",
}
