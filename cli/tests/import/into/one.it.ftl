hello = Salve, { $user }!
new = Nuovo
