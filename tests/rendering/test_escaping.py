from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from argmap.rendering.escaping import escape


@given(st.text())
def test_any_text_comes_through_xml_but_for_what_xml_forbids(text: str) -> None:
    document = f'<a b="{escape(text)}">{escape(text)}</a>'
    parsed = ET.fromstring(document.encode("utf-8"))  # noqa: S314 - written here
    plain = "".join(character for character in text if character.isprintable())
    assert "".join(
        character for character in parsed.text or "" if character.isprintable() and character != "\ufffd"
    ) == plain.replace("\ufffd", "")
    assert len(parsed.text or "") == len(text)


def test_nothing_of_markup_is_left() -> None:
    assert escape("</script><img onerror='x'>&\"") == "&lt;/script&gt;&lt;img onerror=&#39;x&#39;&gt;&amp;&quot;"


def test_what_xml_forbids_becomes_a_replacement_character() -> None:
    assert escape("a\x00b\x1b\ud800\uffff\x85") == "a\ufffdb\ufffd\ufffd\ufffd\x85"
