"""How a ticket ends: what it needs before, by whom or by rule, and what follows."""
