class Hunspell:
    def __init__(
        self,
        lang: str = ...,
        *,
        hunspell_data_dir: str | None = ...,
        system_encoding: str | None = ...,
    ) -> None: ...
    def spell(self, word: str) -> bool: ...
    def suggest(self, word: str) -> tuple[str, ...]: ...
