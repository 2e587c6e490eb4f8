## Who is away (orchestration.team.away, orchestration.team.relief)

card-away = Away{ $until-is ->
        [empty] {" "}for now
       *[other] {" "}until { $until }
    }

command-staff-away = Be away: /away 2h, /away until friday
command-staff-back = You are back

away = You are away{ $until-is ->
        [empty] {""}
       *[other] {" "}until { $until }
    }. New tickets pass you by, and colleagues see it. { $count ->
        [0] {""}
        [one] Your ticket stays yours.{" "}
       *[other] Your { $count } tickets stay yours.{" "}
    }/back ends it.
back = You are back: tickets can be given to you again.
someone-away = { $who } is away{ $until-is ->
        [empty] {" "}for now
       *[other] {" "}until { $until }
    }.

nobody-relieves = The customer of #{ $ticket } has waited { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    } for { $who }, and nobody else is there to answer; /claim takes it. { $supervisors }

error-unknown-absence = “{ $words }” is no time to come that I understand; write /away, /away 2h, /away until 18:00, /away until friday or /away until 2026-12-01.
error-nobody-is-away = An anonymous administrator cannot be away; write as yourself.
error-not-away = You are not away; /away 2h or /away until friday begins that.
