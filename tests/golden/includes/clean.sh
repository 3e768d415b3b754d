# [start]
rinse --twice
# ANCHOR: dry
dry
# ANCHOR_END: dry
