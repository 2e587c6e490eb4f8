"""The AI colleagues of a running desk: who finds them, and what they think and read with."""
