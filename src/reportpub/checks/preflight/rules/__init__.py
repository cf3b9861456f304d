"""The rules, by what they are about: the data of each family, and the code that tries them."""
