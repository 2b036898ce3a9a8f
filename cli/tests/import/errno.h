#define	EWOULDBLOCK	EAGAIN	/* Operation would block */
#define EDEADLOCK	EDEADLK
#define	EUNNAMED	531
