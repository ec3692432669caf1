"""The languages of imported files of which the format tells none."""

from argmap.exchange.languages import Guessed, with_languages
from argmap.model import AnnotationFile

RUSSIAN = (
    "Япония не догоняет, а выбирает, и это видно по тому, как идут переговоры.",
    "Как считают эксперты, это уже не первый случай, когда они были правы или почти правы.",
    "Если регион будет расти, то и интерес к нему, и число проектов из года в год тоже будут расти.",
)
GERMAN = (
    "Die Mieten sind zu hoch, und das ist nicht von heute auf morgen zu ändern.",
    "Für die einen ist der Deckel ein Segen, für die anderen eine Gefahr, die sich auf dem Markt zeigt.",
    "Auch wird nicht mit dem Bau von Wohnungen begonnen, der den Mietern und der Stadt hilft.",
)


def annotation(*claims: str, language: str = "und") -> AnnotationFile:
    entries = {f"c{row}": {"text": text} for row, text in enumerate(claims)}
    return AnnotationFile.model_validate({"argmap": "1", "language": language, "claims": entries})


def languages(guessed: Guessed) -> list[str]:
    return [file.language for file in guessed.files.values()]


def test_a_file_is_in_the_language_of_its_words() -> None:
    guessed = with_languages({"a": annotation(*RUSSIAN), "b": annotation(*GERMAN)}, {})
    assert (languages(guessed), guessed.languages, guessed.is_whole) == (["ru", "de"], ("de", "ru"), True)


def test_what_is_told_is_not_guessed() -> None:
    guessed = with_languages({"a": annotation(*RUSSIAN, language="bg")}, {})
    assert (languages(guessed), guessed.languages, guessed.is_whole) == (["bg"], (), True)


def test_a_file_of_few_words_is_in_the_language_of_all_where_there_is_one() -> None:
    guessed = with_languages({"a": annotation(*RUSSIAN), "b": annotation("Да.")}, {})
    assert (languages(guessed), guessed.is_whole) == (["ru", "ru"], True)
    guessed = with_languages({"a": annotation(*RUSSIAN), "b": annotation(*GERMAN), "c": annotation("Ja.")}, {})
    assert (languages(guessed), guessed.is_whole) == (["ru", "de", "und"], False)
    assert languages(with_languages({text: annotation(text) for text in RUSSIAN}, {})) == ["ru"] * 3


def test_the_text_of_the_source_tells_too() -> None:
    file = annotation("Nein.").model_copy(update={"source": annotation_source("a.txt")})
    assert languages(with_languages({"a": file}, {"a.txt": " ".join(GERMAN)})) == ["de"]
    assert languages(with_languages({"a": file}, {})) == ["und"]


def annotation_source(file: str) -> object:
    return AnnotationFile.model_validate({"argmap": "1", "source": {"title": "A", "file": file}}).source
