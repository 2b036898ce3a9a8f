#ifndef _ASM_GENERIC_ERRNO_BASE_H
#define _ASM_GENERIC_ERRNO_BASE_H

#define	EPERM		 1	/* Operation not permitted */
#define	ENOENT		 2	/* No such file or directory */
#define	EAGAIN		11	/* Try again */
#define	EDEADLK		35	/* Resource deadlock would occur */

#endif
