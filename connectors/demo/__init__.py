"""Kettle & Leaf's systems for the demo: a CRM, an ERP and billing, over one SQLite file."""
