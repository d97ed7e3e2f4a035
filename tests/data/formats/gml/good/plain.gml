comment "ids without labels, labels without ids; who is directed isn't said"
graph [
  # a comment in it
  node [ id "n1" ]
  node [ label "Only a label" ]
  node [ size 3 ]
  edge [ source "n1" target "Only a label" value 0.75 ]
  edge [ source "n1" ]
]
