card-decision = Decidido por { $by }: { $words }
card-asked = Se ha consultado a { $expert }, desde { $since }
card-collaborator =
    Colaboran: { $names }{ $more ->
        [0] { "" }
       *[other] { " " }y { $more } más
    }
card-watcher =
    Siguen: { $names }{ $more ->
        [0] { "" }
       *[other] { " " }y { $more } más
    }
button-team = Personas…
button-join = Colaborar
button-watch = Seguir
button-leave = Dejarla
entry-handed-over = { $author } traspasó esto a { $who }
entry-consulted = { $author } consultó a { $who }
entry-decided = ⚖️ { $author } decidió
command-staff-collab = Colaborar, o sumar a alguien: /collab @nombre o una especialidad
command-staff-watch = Saber en privado cómo va esta solicitud
command-staff-leave = Dejar de colaborar o de seguirla
command-staff-handover = Traspasarla: /handover @nombre lo que hay que saber
command-staff-consult = Consultar a un experto: /consult @nombre pregunta
command-staff-decide = Supervisores: decidir por escrito lo que vale para todos
command-staff-role = Quién es qué: /role @nombre expert billing
relieved = { $by-is ->
    [empty] { $who }, la mesa le ha relevado en la #{ $ticket }, porque su cliente esperó demasiado.
   *[other] { $who }, { $by } le ha relevado en la #{ $ticket }.
}
handed-over = { $who }, { $by } le ha traspasado la #{ $ticket }; lo que hay que saber está en su tema.
invited = { $who }, { $by } le pide que colabore en la #{ $ticket }.
consulted = { $who }, { $by } le consulta algo en el tema de la #{ $ticket }; su próxima nota allí es la respuesta.
expert-answered = { $who }, { $by } ha respondido a su pregunta en la #{ $ticket }.
expert-left = { $who }, { $by } se ha ido sin responder a su pregunta en la #{ $ticket }; /consult consulta a otra persona.
decided = { $who }, { $by } ha decidido en la #{ $ticket }; la ficha dice qué.
watch-needs-start = Ahora sigue la #{ $ticket }. Para que pueda contarle en privado cómo avanza, escríbame allí /start una vez.
role-given =
    { $who } es ahora { $role ->
        [agent] agente
        [expert] experto
        [supervisor] supervisor
       *[admin] administrador
    }{ $skills-is ->
        [empty] { "" }
       *[other] , para { $skills }
    }.
roles =
    Quién es qué aquí:
    { $lines }
error-already-taking-part = { $who } ya trabaja en la #{ $ticket } o la sigue; la ficha dice quién hace qué.
error-not-taking-part = Usted no colabora en la #{ $ticket } ni la sigue; con /collab y /watch puede empezar.
error-already-asked = Ya se ha consultado a { $who } en la #{ $ticket }; su próxima nota responde, o /status open deja de esperarla.
error-ask-another = No puede consultarse a sí mismo sobre la #{ $ticket }; /note guarda lo que usted sabe.
error-supervisors-decide = Solo un supervisor decide en la #{ $ticket } y cambia lo decidido; con /note puede decir lo que piensa.
error-decision-stands = Una decisión en la #{ $ticket } queda tal como se escribió; un nuevo /decide ocupa su lugar.
error-several-know = Varias personas tienen la especialidad «{ $skill }»; consulte a una por su nombre: { $names }.
error-unknown-role = No existe el rol «{ $role }»; puede ser agent, expert, supervisor o admin.
error-bad-skill = «{ $skill }» no puede ser una especialidad; solo las tiene un experto, diez como máximo, cada una de una sola palabra de letras, cifras o guiones.
error-cannot-grant = No puede cambiar a { $role } lo que es { $who }; los supervisores dan los roles, y solo un administrador nombra o retira a otro administrador.
