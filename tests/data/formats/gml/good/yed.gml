# written by hand in the manner of yEd
Creator	"yFiles"
Version	"2.18"
graph
[
	hierarchic	1
	label	""
	directed	1
	node
	[
		id	0
		label	"Amazon"
		graphics
		[
			x	47.0
			type	"roundrectangle"
			fill	"#F5F5F5"
		]
		LabelGraphics
		[
			text	"Amazon"
			fontSize	15
		]
		isGroup	1
	]
	node
	[
		id	1
		graphics [ x 1.0 ]
		LabelGraphics [ text "AWS" ]
		gid	0
	]
	node [ id 2 label "Nova" ]
	edge
	[
		source	1
		target	2
		label	"hosts"
		graphics [ Line [ point [ x 0.0 y 1.0 ] point [ x 2.0 y -3.0 ] ] targetArrow "standard" ]
	]
]
