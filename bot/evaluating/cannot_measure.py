"""What ends an evaluation before it begins."""


class CannotMeasure(Exception):
    """There is nothing to measure by; one sentence says why and what is expected."""
