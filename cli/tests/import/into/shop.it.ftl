hello = Ciao, { $user }!
unread = { $count ->
    [one] un messaggio
   *[other] { $count } messaggi
}
only-here = Solo qui
