import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from argmap.rendering.page.policy import content_security_policy
from argmap.rendering.page.scripts import joined

TEMPLATES = Path(__file__).parents[2] / "templates" / "page"
MODULES = {path.stem: path.read_text("utf-8") for path in TEMPLATES.glob("*.mjs")}


def join(texts: Mapping[str, str], entry: str = "main") -> str:
    return joined(entry, lambda name: texts[name])


def test_a_module_comes_after_those_it_needs() -> None:
    texts = {
        "main": 'import { b } from "./b.mjs";\nimport { c } from "./c.mjs";\nb(c);\n',
        "b": 'import { c } from "./c.mjs";\nexport const b = c;\n',
        "c": "export function c() {}\n",
    }
    script = join(texts)
    assert script.index("function c") < script.index("const b = c") < script.index("b(c)")
    assert script.count("function c") == 1


def test_names_of_one_module_are_not_seen_in_another() -> None:
    texts = {"main": 'import { a } from "./a.mjs";\nconst hidden = a;\n', "a": "const hidden = 1;\nexport const a = hidden;\n"}
    assert join(texts).count("const hidden") == 2


def test_modules_that_need_each_other_are_told() -> None:
    with pytest.raises(ValueError, match="a → b → a"):
        join({"a": 'import { b } from "./b.mjs";\n', "b": 'import { a } from "./a.mjs";\n'}, "a")


@pytest.mark.parametrize("line", ['import "./b.mjs";', 'import * as b from "./b.mjs";', "export default 1;", "export { b };"])
def test_an_import_or_export_that_cannot_be_joined_is_told(line: str) -> None:
    with pytest.raises(ValueError, match="can be joined"):
        join({"main": f"{line}\n", "b": ""})


def test_every_module_is_part_of_the_page() -> None:
    script = join(MODULES)
    assert [name for name in MODULES if name != "main" and f"const ${name} =" not in script] == []


def test_what_a_module_imports_another_exports() -> None:
    for name, text in MODULES.items():
        for match in re.finditer(r'^import \{ ([^}]+) \} from "\./([\w-]+)\.mjs";', text, re.MULTILINE):
            for imported in match[1].split(", "):
                declared = rf"^export (?:async function|function|const|class) {imported}\b"
                assert re.search(declared, MODULES[match[2]], re.MULTILINE), f"{name}: {imported} of {match[2]}"


def test_no_module_does_what_the_policy_forbids_or_takes_words_for_markup() -> None:
    markup = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write"
    forbidden = rf"{markup}|\beval\(|new Function|setAttribute\(.style|\bfetch\(|XMLHttpRequest"
    for name, text in MODULES.items():
        assert not re.search(forbidden, text), name
        assert not re.search(r"https?://(?!www\.w3\.org)", text), name


def test_the_policy_lets_in_nothing_but_what_is_hashed() -> None:
    policy = content_security_policy(styles=["a{}"], scripts=["1;", "2;"])
    directives = dict(part.partition(" ")[::2] for part in policy.split("; "))
    assert directives["default-src"] == "'none'"
    assert len(directives["script-src"].split()) == 2
    assert "unsafe" not in policy


def test_catalogues_have_a_text_for_every_key_on_the_list_of_keys() -> None:
    words = json.loads((TEMPLATES.parent / "words.en.json").read_text("utf-8"))
    keys = re.findall(r'"(page\.key\.\w+)"', MODULES["keyboard"])
    assert keys
    assert set(keys) == {key for key in words if key.startswith("page.key.")}
