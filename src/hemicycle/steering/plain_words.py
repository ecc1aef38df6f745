"""The words by which a member agrees or abstains in the first line of a mail; everything else is taken as remarks.

The words must stand alone in that line: “I agree, if the budget is halved” is no agreement. “Yes” and “OK” are not
among them, since they may answer another question than the one that was put.
"""

import re
import unicodedata

from hemicycle.steering.states import Answer

# In each language the first is the one that mails propose.
AGREE = {
    "en": ("I agree", "We agree", "Agree", "Agreed", "I approve", "We approve", "No objection", "No objections"),
    "fr": ("Je suis d'accord", "D'accord", "Nous sommes d'accord", "J'approuve", "Nous approuvons", "Sans objection"),
    "es": ("Estoy de acuerdo", "De acuerdo", "Estamos de acuerdo", "Conforme", "Sin objeciones", "Sin objeción"),
    "pt": ("Estou de acordo", "De acordo", "Estamos de acordo", "Concordo", "Concordamos", "Sem objeções"),
    "ar": ("أوافق", "موافق", "موافقة", "نوافق", "لا اعتراض", "لا مانع"),
}
ABSTAIN = {
    "en": ("I abstain", "We abstain", "Abstain", "Abstention"),
    "fr": ("Je m'abstiens", "Nous nous abstenons", "Abstention"),
    "es": ("Me abstengo", "Nos abstenemos", "Abstención"),
    "pt": ("Abstenho-me", "Me abstenho", "Abstemo-nos", "Abstenção"),
    "ar": ("أمتنع", "نمتنع", "ممتنع", "أمتنع عن التصويت", "نمتنع عن التصويت"),
}
WORDS = {Answer.AGREE: AGREE, Answer.ABSTAIN: ABSTAIN}
MARKS = re.compile(r"[^\w\s]+|_")


def proposed(answer: Answer, language: str) -> str:
    """The words that a mail in this language proposes."""
    return WORDS[answer].get(language, WORDS[answer]["en"])[0]


def understood(letter: str) -> tuple[Answer, str]:
    """What a letter says, and the words that go with it."""
    first, _break, rest = letter.strip().partition("\n")
    answer = KNOWN.get(_bare(first))
    return (answer, rest.strip()) if answer is not None else (Answer.REMARKS, letter.strip())


def _bare(words: str) -> str:
    """Without capitals, accents, vowel signs and punctuation, in which people differ."""
    letters = unicodedata.normalize("NFKD", words.replace("ـ", ""))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(MARKS.sub(" ", plain.casefold()).split())


KNOWN = {
    _bare(words): answer for answer, languages in WORDS.items() for several in languages.values() for words in several
}
