"""The front page, ledgers, figures, search: reads all apps, writes nothing."""
