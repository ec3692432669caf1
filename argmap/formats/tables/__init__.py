"""Statement tables: who takes which stance on what, a row each; as CSV, as TSV and as Excel's sheets."""
