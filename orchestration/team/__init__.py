"""Who works on a ticket: assignment, collaborators, shifts, absences, and whom a name means."""
