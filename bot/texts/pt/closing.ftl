## The end of a ticket: rating and comment (orchestration.ending.closing)

rating-asked = Como foi nosso atendimento na #{ $ticket }? 1 é ruim, 5 é ótimo. Para acrescentar um comentário, responda a esta mensagem; se ainda falta alguma coisa, é só escrever e continuamos.
rated = Obrigado! Você avaliou a #{ $ticket } com { $score } de 5. Para acrescentar um comentário, responda a esta mensagem.
comment-kept = Obrigado, recebemos seu comentário sobre a #{ $ticket }.
error-not-ended = A #{ $ticket } ainda está em andamento; você pode avaliá-la quando estiver resolvida.
card-rating = Avaliação: { $score } de 5
entry-comment = { $author } · comentário à avaliação
