"""Telegram on this machine: a loopback server that behaves towards a bot as Telegram does.

Three faces over one pure core. The core is everything that knows neither the network nor a clock:
`world` (what there is), `methods/` (what a bot may ask for) and `people` (what persons do).
The faces are `botapi`, `control` and `browser`; `server` puts them together.

It is not Telegram and says so. Nothing in here imports the rest of the product.
"""
