## Keeping someone out

command-staff-ban = Keep this customer out: /ban reason
command-staff-unban = Let this customer write again
banned = Messages from you are not passed on at the moment. As soon as they are again, I will tell you here.
unbanned = You can write to us here again.
card-banned = { $withheld ->
        [0] Banned by { $by }
        [one] Banned by { $by }; one message was kept out
       *[other] Banned by { $by }; { $withheld } messages were kept out
    }
error-cannot-ban-staff = { $customer } belongs to the staff and stays; remove them from this group first.
error-already-banned = { $customer } is banned already; /unban lets them write again.
error-not-banned = { $customer } is not banned; /ban keeps them out.
