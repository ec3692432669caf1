"""Words and signs with which people take a side → stances; one table for all formats."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from argmap.words import Stance

WORDS: Final[Mapping[Stance, Mapping[str, str]]] = MappingProxyType(
    {
        Stance.FOR: MappingProxyType(
            {
                "signs": "+, ++, ✓, ✔, ✅, 👍",
                "English": "for, pro, pros, yes, y, true, t, agree, agrees, agreed, agreeing, agreement, in agreement, support, "
                "supports, supported, supporting, supportive, in support, favour, favours, favor, favors, in favour, in favor, "
                "favourable, favorable, approve, approves, approved, approving, approval, accept, accepts, accepted, endorse, "
                "endorses, endorsed, positive, positively, affirmative",
                "German": "für, dafür, ja, wahr, zustimmung, zustimmend, zugestimmt, stimme zu, stimmt zu, stimmen zu, "
                "trifft zu, unterstützt, unterstütze, unterstützen, unterstützend, unterstützung, befürwortet, befürworte, "
                "befürworten, befürwortend, befürwortung, bejaht, bejahe, bejahen, bejahend, einverstanden, billigt, billigen, "
                "positiv",
                "Russian": "за, да, истина, верно, поддержка, поддержать, поддерживаю, поддерживает, поддерживают, поддержал, "
                "поддержала, поддержали, выступает за, выступают за, согласие, согласен, согласна, согласны, соглашаюсь, "
                "соглашается, соглашаются, согласился, согласилась, согласились, одобрение, одобряю, одобряет, одобряют, "
                "одобрил, одобрила, одобрили, положительно, положительный, положительная, положительное, позитивно, позитивный, "
                "позитивная, позитивное",
                "French": "pour, oui, vrai, accord, d'accord, en accord, est d'accord, sont d'accord, favorable, favorables, "
                "en faveur, est pour, soutien, soutiens, soutient, soutiennent, approuve, approuvent, approuvé, approbation, "
                "positif, positive, positifs, positives",
                "Spanish": "sí, si, verdadero, a favor, en favor, favorable, favorables, acuerdo, de acuerdo, está de acuerdo, "
                "están de acuerdo, apoyo, apoya, apoyan, apoyó, respaldo, respalda, respaldan, aprueba, aprueban, aprobación, "
                "positivo, positiva, positivos, positivas",
            }
        ),
        Stance.AGAINST: MappingProxyType(
            {
                "signs": "-, --, ✗, ✘, ❌, 👎",
                "English": "against, con, cons, contra, anti, no, n, false, f, disagree, disagrees, disagreed, disagreeing, "
                "disagreement, in disagreement, oppose, opposes, opposed, opposed to, opposing, reject, rejects, rejected, "
                "rejecting, rejection, disapprove, disapproves, disapproved, disapproving, disapproval, deny, denies, denied, "
                "negative, negatively",
                "German": "gegen, dagegen, kontra, nein, falsch, ablehnung, ablehnend, abgelehnt, lehne ab, lehnt ab, lehnen ab, "
                "widerspruch, widerspreche, widerspricht, widersprechen, widersprechend, stimme nicht zu, stimmt nicht zu, "
                "stimmen nicht zu, trifft nicht zu, unterstütze nicht, unterstützt nicht, unterstützen nicht, befürworte nicht, "
                "befürwortet nicht, befürworten nicht, verneint, verneine, verneinen, verneinend, bestreitet, bestreiten, "
                "negativ",
                "Russian": "против, нет, ложь, неверно, выступает против, выступают против, возражение, возражаю, возражает, "
                "возражают, возразил, возразила, возразили, несогласие, несогласен, несогласна, несогласны, отвергаю, отвергает, "
                "отвергают, отверг, отвергла, отвергли, отрицание, отрицаю, отрицает, отрицают, осуждает, осуждают, "
                "отрицательно, отрицательный, отрицательная, отрицательное, негативно, негативный, негативная, негативное",
                "French": "contre, non, faux, désaccord, en désaccord, n'est pas d'accord, ne sont pas d'accord, est contre, "
                "défavorable, défavorables, s'oppose, s'opposent, opposé, opposée, opposés, opposées, rejet, rejette, rejettent, "
                "rejeté, désapprouve, désapprouvent, ne soutient pas, ne soutiennent pas, n'approuve pas, n'approuvent pas, "
                "négatif, négative, négatifs, négatives",
                "Spanish": "falso, en contra, desacuerdo, en desacuerdo, no está de acuerdo, no están de acuerdo, se opone, "
                "se oponen, opuesto, opuesta, opuestos, opuestas, rechazo, rechaza, rechazan, desaprueba, desaprueban, negativo, "
                "negativa, negativos, negativas",
            }
        ),
        Stance.MIXED: MappingProxyType(
            {
                "signs": "±, +-, +/-",
                "English": "mixed, both, ambivalent, partly, partially, partly agree, partially agree, partly agrees, "
                "partially agrees, pro and con, for and against",
                "German": "gemischt, beides, teils, teils teils, teilweise, stimme teilweise zu, stimmt teilweise zu, "
                "trifft teilweise zu, pro und contra, für und wider",
                "Russian": "смешанно, смешанный, смешанная, смешанное, неоднозначно, двойственно, амбивалентно, отчасти, "
                "частично, частично согласен, частично согласна, частично согласны, за и против, и за и против",
                "French": "mitigé, mitigée, mixte, partagé, partagée, ambivalente, en partie, partiellement, "
                "partiellement d'accord, pour et contre",
                "Spanish": "mixto, mixta, ambos, ambivalente, en parte, parcialmente, parcialmente de acuerdo, a favor y en contra",
            }
        ),
        Stance.NEUTRAL: MappingProxyType(
            {
                "signs": "○",
                "English": "neutral, neither, neither agree nor disagree, neither agrees nor disagrees, undecided, abstain, "
                "abstains, abstained, abstention, no opinion",
                "German": "unentschieden, weder noch, enthaltung, enthält sich, enthalten sich, keine meinung",
                "Russian": "нейтрально, нейтральный, нейтральная, нейтральное, нейтрален, нейтральна, нейтральны, воздержался, "
                "воздержалась, воздержались, воздерживаюсь, воздерживается, воздерживаются, не определился, не определилась, "
                "не определились, ни за ни против, нет мнения",
                "French": "neutre, neutres, indécis, indécise, s'abstient, s'abstiennent, ni pour ni contre, "
                "ni d'accord ni pas d'accord, sans opinion",
                "Spanish": "neutro, neutra, neutrales, indeciso, indecisa, abstención, se abstiene, se abstienen, "
                "ni a favor ni en contra, ni de acuerdo ni en desacuerdo, sin opinión",
            }
        ),
    }
)
"""By stance and language, as far as they stand for one stance in all five; `true` and `false` as spreadsheets write them, too."""
NEGATIONS: Final = "not, is not, do not, does not, don't, doesn't, nicht, не, pas, non, no, no está, no están"
"""Before a word that is for, they make it one against; what is not against is not understood."""
DEGREES: Final = (
    "strongly, fully, totally, completely, absolutely, definitely, mostly, largely, generally, broadly, somewhat, rather, "
    "slightly, voll und ganz, voll, völlig, vollkommen, ganz, absolut, klar, stark, grundsätzlich, überwiegend, eher, überhaupt, "
    "gar, полностью, целиком, абсолютно, совершенно, совсем, вполне, категорически, решительно, в целом, в основном, скорее, "
    "tout à fait, totalement, complètement, entièrement, absolument, fortement, plutôt, du tout, totalmente, completamente, "
    "plenamente, absolutamente, fuertemente, bastante, más bien"
)
"""Anywhere among the words; how strongly someone is for or against is not kept."""
_AT_ALL: Final = "du tout"
"""The only one that stands behind a negation to stress it; behind one, all others say that somebody is not quite for."""
UNDERSTOOD: Final = "for, against, mixed, neutral, yes, no, +, − and their like in five languages"
"""In short."""

_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def stance_in_words(words: str) -> Stance | None:
    """Return the stance that words or signs tell; None where they are not understood, as numbers are.

    >>> stance_in_words("Strongly agree"), stance_in_words("НЕ СОГЛАСЕН")
    (<Stance.FOR: 'for'>, <Stance.AGAINST: 'against'>)
    >>> stance_in_words("not against"), stance_in_words("not fully agree"), stance_in_words("1")
    (None, None, None)
    """
    plain = _plain(words)
    if plain in _STANCES:
        return _STANCES[plain]
    if _NOT_QUITE.search(plain):
        return None
    plain = _without_degree(plain)
    if plain in _STANCES:
        return _STANCES[plain]
    negated = _NEGATION.match(plain)
    return Stance.AGAINST if negated and _STANCES.get(plain[negated.end() :]) is Stance.FOR else None


def has_degree(words: str) -> bool:
    """Return whether words that tell a stance say how strongly.

    >>> has_degree("strongly agree"), has_degree("agree")
    (True, False)
    """
    plain = _plain(words)
    return plain not in _STANCES and _without_degree(plain) != plain


def _plain(words: str) -> str:
    """Words as they are looked up: in lower case, a blank between them; signs as they are."""
    found: list[str] = _WORD.findall(words.casefold().replace("ё", "е").replace("’", "'"))
    return " ".join(found) or _signs(words)


def _signs(words: str) -> str:
    return "".join(words.split()).replace("−", "-").replace("–", "-").replace("\ufe0f", "")


def _without_degree(plain: str) -> str:
    return " ".join(_DEGREE.sub(" ", plain).split())


def _any_of(words: str) -> str:
    return "|".join(re.escape(_plain(word)) for word in words.split(", "))


_STANCES: Final = MappingProxyType(
    {_plain(word): stance for stance, told in WORDS.items() for words in told.values() for word in words.split(", ")}
)
_NEGATION: Final = re.compile(rf"(?:{_any_of(NEGATIONS)}) ")
_DEGREE: Final = re.compile(rf"\b(?:{_any_of(DEGREES)})\b")
_NOT_QUITE: Final = re.compile(rf"\b(?:{_any_of(NEGATIONS)}) (?!{_AT_ALL}\b)(?:{_any_of(DEGREES)})\b")
