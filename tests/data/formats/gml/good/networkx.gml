graph [
  directed 1
  multigraph 1
  name "Deals"
  node [
    id 0
    label "Acme"
    kind "company"
    tags "steel"
    tags "rail"
    address [
      city "K&#246;ln"
      zip 50667
    ]
  ]
  node [
    id 1
    label "B&#246;hm &amp; Co &quot;Nord&quot;"
  ]
  node [
    id 2
    label "Corex"
  ]
  edge [
    source 0
    target 1
    key 0
    kind "supply"
    amount "$2.5m"
  ]
  edge [
    source 0
    target 1
    key 1
    start "next year"
    weight 1.5E+03
  ]
  edge [
    source 2
    target 7
  ]
]
