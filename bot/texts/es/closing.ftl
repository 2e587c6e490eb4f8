## The end of a ticket: rating and comment (orchestration.ending.closing)

rating-asked = ¿Qué le ha parecido nuestra atención en la #{ $ticket }? 1 es mala, 5 es excelente. Para añadir un comentario, responda a este mensaje; si queda algo pendiente, escríbanos y seguimos.
rated = ¡Gracias! Ha valorado la #{ $ticket } con { $score } de 5. Para añadir un comentario, responda a este mensaje.
comment-kept = Gracias, hemos recibido su comentario sobre la #{ $ticket }.
error-not-ended = La #{ $ticket } sigue en curso; podrá valorarla cuando esté resuelta.
card-rating = Valoración: { $score } de 5
entry-comment = { $author } · comentario a la valoración
