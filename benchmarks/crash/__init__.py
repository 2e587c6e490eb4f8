"""`make crash`: the desk is killed at every named point and at random instants, and loses nothing.

People write through the sandbox while the desk dies and comes back; what arrived is judged from
the sandbox's side, by what the people see and by the calls that reached Telegram.
"""
