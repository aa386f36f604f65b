"""How the face moves: each move of a muscle draws the points near a centre along with it.

A pull is (out, down, reach out, reach down, by out, by down), in units of ``geometry``, written for
one half: centre, how far it is felt, and how far a point at the centre goes. A point at a share d
of the reach (0 at the centre, 1 at the edge) goes (1 - d²)² of the way, beyond it nowhere. What a
move does is the sum over its pulls; what the face does is the sum over its moves. The strengths
are larger than life, so that they can be seen; they are no measurements.
"""

Pull = tuple[float, float, float, float, float, float]

PULLS: dict[str, tuple[Pull, ...]] = {
    "corner_out": (
        (66, 491, 70, 56, 16, 0),
        (40, 491, 50, 30, 5, 0),
    ),
    "corner_up": (
        (68, 491, 66, 66, 3, -20),
        (112, 450, 60, 60, 2, -4),
    ),
    "upper_lip_up": (
        (32, 472, 54, 40, 0, -13),
        (36, 490, 34, 14, 0, -4),
    ),
    "lower_lip_down": ((30, 512, 52, 34, 3, 15),),
    "lower_lip_out": ((14, 522, 50, 18, 0, 6),),
    "purse": (
        (66, 491, 64, 56, -13, 0),
        (0, 470, 44, 26, 0, -4),
        (0, 520, 44, 26, 0, 4),
    ),
    "press": (
        (16, 469, 52, 18, 0, 5),
        (16, 520, 52, 20, 0, -7),
    ),
    "cheek_in": (
        (130, 492, 54, 60, -10, 0),
        (172, 480, 40, 70, -9, 0),
    ),
    "chin_up": ((14, 576, 56, 40, 0, -11),),
    "brow_up": (
        (62, 262, 124, 34, 0, -20),
        (70, 210, 110, 60, 0, -8),
        (80, 288, 70, 22, 0, -5),
    ),
    "eye_close": (
        (81, 294, 66, 34, 0, 33),
        (80, 350, 70, 40, 0, -7),
    ),
    "nose_wing_up": ((38, 414, 26, 30, 3, -9),),
    "neck": ((84, 640, 110, 120, 8, -12),),
}
