"""The kind of this package, its verbs, and what the home page shows of the catalogue."""

KIND = "page"
PUBLISHED = "page.published"
WITHDRAWN = "page.withdrawn"
VERBS = {PUBLISHED: "public", WITHDRAWN: "public"}

# The kinds whose newest things stand on the home page, and how many.
NEWEST_KIND = "case"
NEWEST = 5
# The facet by which the map counts, and the one by which bodies are.
COUNTRY_FACET = "country"
BODY_FACET = "body"
# The kinds by which the home page tells how large the network is.
NETWORK_KINDS = ("hub", "organisation", "project")
SHOWN = ("case", "use_case", "parliament", "chamber", "topic", "page", *NETWORK_KINDS)
