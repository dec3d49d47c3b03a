"""What the state of lists is made of, without a toolkit: values that the desk puts together.

`tree` is the list of feeds with what is folded, `order` how entries are laid out, `selection` what
of them is picked, `doing` what is done to several at once and how that is called.
"""
