graph [
  node [ id 1 label Acme ]
  node [ id 2 ) label "Bolt" ]
  edge [ source 1 target ]
]
