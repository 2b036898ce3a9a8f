### Messages of a shop

-brand = Acme
-app = { $case ->
   *[plain] app
    [title] App
}
    .gender = neuter

# Shown on the first page.
welcome = Welcome to { -brand }, { $user }!
    .title = The { -app(case: "title") } of { -brand }
unread = { $user } has { $count ->
    [0] no new mail
    [one] one new mail
   *[other] { $count } new mails
} in { $folder }.
size = The file has { NUMBER($bytes) } bytes, and { "{" }braces{ "}" }.
place = You are { NUMBER($place, type: "ordinal") ->
    [one] { $place }st
    [two] { $place }nd
    [few] { $place }rd
   *[other] { $place }th
}.
shared = { $sex ->
    [female] She shared her { $photos ->
        [one] photo
       *[other] { $photos } photos
    }.
   *[male] He shared his { $photos ->
        [one] photo
       *[other] { $photos } photos
    }.
}
hint = See { welcome }
state = { -app.gender ->
    [neuter] It is ready
   *[other] Ready
}
two-lines =
    The first line
    and the second
few = { $n ->
    [few] a few
   *[other] many
}
when = Since { DATETIME($date) }
lost = { missing }
loop = { loop }
by-title = { welcome.title ->
   *[a] b
}
%bad = text
