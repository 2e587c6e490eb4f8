"""What can go wrong with the database or a backup, in words for whoever runs the desk."""


class DatabaseUnavailable(Exception):
    """The database cannot be used; the reason is one plain sentence and holds no password."""


class BackupUnusable(Exception):
    """A backup cannot be made or restored; the reason is one plain sentence."""
