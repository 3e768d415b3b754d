import heron
# begin
heron.wait(3)
# end
heron.stop()
