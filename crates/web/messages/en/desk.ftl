### Who is signed in.

desk-keys = Keys
desk-sign-in = Sign in
desk-signed-in = Signed in: { $role }
desk-new-act = New act
desk-sign-out = Sign out
desk-authority = the authority that enrols keys
desk-depositary = officer of the depositary
desk-delegation = delegation of { $state }
desk-delegation-beside = delegation of { $state }, beside a person
desk-person = a person of the delegation of { $state }
desk-witness = witness of { $state }
