"""What can go wrong with the database itself, in words for whoever runs the desk."""


class DatabaseUnavailable(Exception):
    """The database cannot be used; the reason is one plain sentence and holds no password."""
