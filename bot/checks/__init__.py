"""What the doctor examines: one small function a question, each answering with findings.

The doctor asks them all; a starting desk asks the same ones, so both say the same words.
"""
