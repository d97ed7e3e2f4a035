Creator "old"
graph [
 node [ id 1 label "Café" ]
 node [ id 2 label "Müller &eacute; &unknown; & co" ]
 edge [ source 1 target 2 ]
]
