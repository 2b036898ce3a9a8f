-brand = Acme

welcome = Benvenuto da { -brand }, { $user }!
unread = { $user } ha { $count ->
    [one] un nuovo messaggio
    [many] { $count } di nuovi messaggi
   *[other] { $count } nuovi messaggi
} in { $folder }.
only-here = Solo qui
