# The first instructions of every guest: they set the three registers that compiled code relies on.
# Memory needs no preparation: the loader places the image, and everything else starts as zero.

	# Names the object in the symbol table; otherwise the random name of a temporary file would stand there.
	.file	"crt0.S"
	.section .text.start, "ax", @progbits
	.globl	_start
	.type	_start, @function
_start:
	.cfi_startproc
	.cfi_undefined ra
	# gp must be loaded without relaxation, which would express it relative to itself.
	.option	push
	.option	norelax
	la	gp, __global_pointer$
	.option	pop
	# Thread-local storage (errno and others) has one instance, placed by the linker.
	la	tp, __tls_base
	la	sp, __stack_top
	# A null frame pointer and return address end a debugger's backtrace here.
	li	s0, 0
	li	ra, 0
	tail	zarf_start
	.cfi_endproc
	.size	_start, . - _start
