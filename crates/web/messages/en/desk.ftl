### Who is signed in, and what he holds.

desk-keys = Keys
desk-sign-in = Sign in
desk-signed-in = Signed in:
desk-today = Today
desk-new-act = New act
desk-sign-out = Sign out

desk-role-authority = the authority that enrols keys
desk-role-depositary = officer of the depositary
desk-role-delegation = delegation of { $state }
desk-role-seal = delegation of { $state }, beside a person
desk-role-person = a person of the delegation of { $state }
desk-role-witness = witness of { $state }
