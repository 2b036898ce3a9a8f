hello = Welcome, { $user }!
gone = { $item ->
    [file] the file is lost
   *[folder] the folder is lost
}
unread = { $count ->
    [one] one mail
   *[other] { $count } mails
}
    .title = Mail
unread-title = Post
