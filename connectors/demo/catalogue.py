"""What Kettle & Leaf sells, and what it costs in minor units of the euro."""

PRODUCTS = (
    ("KET-01", "Gooseneck kettle", 6900, 41, 24),
    ("KET-02", "Travel kettle", 3900, 12, 24),
    ("TEA-10", "Assam tea, 250 g", 1250, 300, 0),
    ("TEA-11", "Sencha tea, 100 g", 1400, 220, 0),
    ("TEA-12", "Rooibos tea, 250 g", 980, 180, 0),
    ("CUP-20", "Double-walled glasses, pair", 2400, 75, 12),
    ("POT-30", "Cast-iron teapot", 5400, 9, 60),
    ("SCA-40", "Smart tea scale", 8900, 23, 24),
    ("GRI-50", "Hand grinder", 7200, 0, 36),
)
PRICES = {sku: price for sku, _, price, _, _ in PRODUCTS}
PLANS = {"Small leaf box": 1500, "Big leaf box": 2700, "Office leaf box": 6400}
