"""`python -m connectors.demo crm FILE`: one of the demo's systems as a tool server over stdio."""

import sys
from pathlib import Path

from connectors.demo import billing, crm, erp

SYSTEMS = {"crm": crm.server, "erp": erp.server, "billing": billing.server}


def main() -> None:
    """Serves until its input ends."""
    if len(sys.argv) != 3 or sys.argv[1] not in SYSTEMS:  # noqa: PLR2004 - name and file
        sys.exit(f"usage: python -m connectors.demo {{{'|'.join(SYSTEMS)}}} FILE")
    SYSTEMS[sys.argv[1]](Path(sys.argv[2])).run()


if __name__ == "__main__":
    main()
