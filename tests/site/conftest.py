"""Sites built once and looked at by many tests."""

from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.api import AnnotatedCorpus
from argmap.comparison.comparing import compare
from argmap.rendering.comparison.naming import naming_of
from argmap.site.folder import claim_folder, write_pages
from argmap.site.material import Material
from argmap.site.pages import all_paths, site_pages
from argmap.view import build_view
from tests.corpora import car_free, everything, hostile, japan, single

BuiltSite = Callable[[str, str], Path]

CORPORA: dict[str, Callable[[], AnnotatedCorpus]] = {
    "japan": japan,
    "car-free": car_free,
    "hostile": hostile,
    "single": single,
    "everything": everything,
}


def material_of(annotated: AnnotatedCorpus, language: str = "en") -> Material:
    return Material(
        graph=annotated.graph,
        corpus=annotated.corpus,
        provenance=annotated.provenance,
        apart=annotated.texts_apart,
        view=build_view(annotated.graph),
        comparison=compare(annotated.graph, None, lambda _: annotated.provenance),
        naming=naming_of(annotated.graph, language),
    )


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    sites: dict[tuple[str, str], Path] = {}

    def build(name: str, language: str) -> Path:
        if (name, language) not in sites:
            folder = tmp_path_factory.mktemp("site") / "out"
            material = material_of(CORPORA[name](), language)
            list(write_pages(folder, site_pages(material), claim_folder(folder, all_paths(material))))
            sites[name, language] = folder
        return sites[name, language]

    return build
