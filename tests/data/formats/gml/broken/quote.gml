graph [
  node [ id 1
    label "Acme ]
  edge [ source 1 target 1 ]
]
